// Package insights is the page of charts: what the annotations of the project
// come to over time, by source, by speaker, by unit and by deadline, and how far
// the annotators are. Every bar opens the annotations that it counts, and every
// chart is saved as a picture, a drawing or a table.
package insights
