// Package theme is the look of the window: colours for a light and a dark
// page, the typefaces, the sizes, and the colours of labels and layers.
//
// Everything on screen sits on a grid of 4 units. Text keeps a contrast of at
// least 4.5 to what it stands on, the text of an article at least 7 to the
// fill of any label (WCAG 2.1, success criteria 1.4.3 and 1.4.6). No label is
// told by its colour alone: each has a badge.
package theme
