package models

import "strconv"

// Sentence is the unit that is tagged. It is made at import, by the segmenter
// that the article names, and never moves on re-opening. A repair retires
// sentences and makes new ones; none is ever changed or deleted.
type Sentence struct {
	ID        int64 `gorm:"primaryKey"`
	ArticleID int64
	BlockSeq  int // the block that holds it, see [Block]
	Seq       int // from 1 within the article, live sentences only
	StartOff  int // code points into the article's text
	EndOff    int
	Text      string
	RetiredAt *int64 // set when a repair replaced it; nil: live
}

// PublicID names the sentence outside the project file. It rests on the
// article and the offsets, so that two copies of a project agree on it and a
// repair elsewhere in the article does not change it.
func (s Sentence) PublicID(articleUID string) string {
	return string(s.AppendPublicID(nil, articleUID))
}

// AppendPublicID appends [Sentence.PublicID] to dst and returns the longer
// slice; an export of a million rows makes no garbage with it.
func (s Sentence) AppendPublicID(dst []byte, articleUID string) []byte {
	const decimal = 10
	dst = append(dst, PrefixSentence...)
	dst = append(dst, trimPrefix(articleUID)...)
	dst = append(dst, '-')
	dst = strconv.AppendInt(dst, int64(s.StartOff), decimal)
	dst = append(dst, '-')
	return strconv.AppendInt(dst, int64(s.EndOff), decimal)
}

func trimPrefix(uid string) string {
	if PrefixArticle.Has(uid) {
		return uid[len(PrefixArticle):]
	}
	return uid
}
