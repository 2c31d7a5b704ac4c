package codebook

import (
	"encoding/json"
	"fmt"
	"io"

	"glossator/models"
)

func writeJSON(w io.Writer, d Document) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(d.Book); err != nil {
		return fmt.Errorf("write codebook: %w", err)
	}
	return nil
}

func readJSON(data []byte, own Document) (models.Codebook, error) {
	var book models.Codebook
	if err := json.Unmarshal(data, &book); err != nil {
		return models.Codebook{}, models.Errorf(models.CodeInvalid, "The codebook is not readable as JSON.").Because(err)
	}
	if book.Version == "" {
		book.Version = own.Book.Version
	}
	return book, nil
}
