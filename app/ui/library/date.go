package library

import (
	"glossator/app/ui/locale"
	"glossator/models"
)

// Date returns the publication date of an article for reading, empty when it
// is not known. A time of day is left out.
func Date(article models.Article) string { return locale.Written(article.PublishedOn) }
