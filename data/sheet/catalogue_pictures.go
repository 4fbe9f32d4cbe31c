package sheet

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"strings"
)

// bookPicture is a picture that lies over a cell.
type bookPicture struct {
	part string // of the archive
}

// anchors are the pictures of a drawing with the cells they hang on; rows and columns count from 0.
type anchors struct {
	List []struct {
		Column  int `xml:"from>col"`
		Row     int `xml:"from>row"`
		Picture struct {
			Fill struct {
				Blip struct {
					Attr []xml.Attr `xml:",any,attr"`
				} `xml:"blip"`
			} `xml:"blipFill"`
		} `xml:"pic"`
	} `xml:",any"`
}

// picturesOver returns the pictures of a worksheet by their row, from 1. Where several hang on a row the first counts.
func picturesOver(path, sheetPart string) (map[int]bookPicture, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	found := map[int]bookPicture{}
	drawing := drawingOf(archive, sheetPart)
	if drawing == "" {
		return found, nil
	}
	var all anchors
	if err := readPart(archive, drawing, &all); err != nil {
		return nil, err
	}
	media, err := relations(archive, drawing)
	if err != nil {
		return nil, err
	}
	parts := make(map[string]string, len(media))
	for _, r := range media {
		parts[r.ID] = resolve(drawing, r.Target)
	}
	for _, one := range all.List {
		for _, a := range one.Picture.Fill.Blip.Attr {
			if _, taken := found[one.Row+1]; a.Name.Local == "embed" && parts[a.Value] != "" && !taken {
				found[one.Row+1] = bookPicture{parts[a.Value]}
			}
		}
	}
	return found, nil
}

// drawingOf returns the part of a worksheet's drawing; "" when it has none.
func drawingOf(archive *zip.ReadCloser, sheetPart string) string {
	links, _ := relations(archive, sheetPart) // a sheet without relations has no pictures
	for _, r := range links {
		if strings.HasSuffix(r.Type, "/drawing") {
			return resolve(sheetPart, r.Target)
		}
	}
	return ""
}

// maxMedia is how large one picture of a catalogue may be; a larger one is refused before it is unpacked.
const maxMedia = 32 << 20

// readMedia unpacks one picture. One that is too large comes as [data.Problems].
func readMedia(path, part string) ([]byte, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	for _, f := range archive.File {
		if partName(f.Name) != part {
			continue
		}
		if f.UncompressedSize64 > maxMedia {
			return nil, problem("", "problem.attachment.too_large", map[string]any{"Limit": "32 MB"})
		}
		in, err := f.Open()
		if err != nil {
			return nil, errBroken
		}
		defer func() { _ = in.Close() }()
		raw, err := io.ReadAll(io.LimitReader(in, maxMedia))
		if err != nil {
			return nil, errBroken
		}
		return raw, nil
	}
	return nil, errBroken
}
