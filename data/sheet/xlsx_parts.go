package sheet

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"
)

// sheetPart is a worksheet's name and the part of the archive that holds it.
type sheetPart struct {
	name, part string
}

// partName normalises the name of a part: some programs write a leading or a backward slash, or other capitals.
func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(name, `\`, "/")), "/"))
}

// sheets returns the visible worksheets, or the one called named, hidden or not.
func (w *workbook) sheets(named string) ([]sheetPart, error) {
	parts, texts, err := sheetParts(w.path)
	if err != nil {
		return nil, errBroken
	}
	w.textPart = texts
	var list []sheetPart
	for _, name := range w.file.GetSheetList() {
		visible := true
		if err := guarded(func() (err error) { visible, err = w.file.GetSheetVisible(name); return err }); err != nil {
			continue
		}
		if named == "" && visible || strings.EqualFold(name, named) {
			list = append(list, sheetPart{name, parts[name]})
		}
	}
	switch {
	case len(list) == 0 && named != "":
		return nil, problem("", "problem.sheet_missing", map[string]any{
			"Value": named, "Sheets": shorten(strings.Join(w.file.GetSheetList(), ", ")),
		})
	case len(list) == 0 && len(w.file.GetSheetList()) == 0:
		return nil, errBroken
	}
	return list, nil
}

// sheetParts finds the part of each worksheet, and that of the shared texts, through the archive's relations.
func sheetParts(file string) (parts map[string]string, texts string, err error) {
	archive, err := zip.OpenReader(file)
	if err != nil {
		return nil, "", err
	}
	defer archive.Close()
	root, err := relations(archive, "")
	if err != nil {
		return nil, "", err
	}
	book := ""
	for _, r := range root {
		if strings.HasSuffix(r.Type, "/officeDocument") {
			book = partName(r.Target)
		}
	}
	var content struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Attr []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	if err := readPart(archive, book, &content); err != nil {
		return nil, "", err
	}
	links, err := relations(archive, book)
	if err != nil {
		return nil, "", err
	}
	parts = map[string]string{}
	if i := slices.IndexFunc(links, func(r relation) bool { return strings.HasSuffix(r.Type, "/sharedStrings") }); i >= 0 {
		texts = resolve(book, links[i].Target)
	}
	for _, s := range content.Sheets {
		for _, a := range s.Attr {
			i := slices.IndexFunc(links, func(r relation) bool { return r.ID == a.Value })
			if a.Name.Local == "id" && i >= 0 {
				parts[s.Name] = resolve(book, links[i].Target)
			}
		}
	}
	return parts, texts, nil
}

// relation points from one part to another.
type relation struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// relations reads the relations of a part; those of the archive when part is "".
func relations(archive *zip.ReadCloser, part string) ([]relation, error) {
	var list struct {
		Relations []relation `xml:"Relationship"`
	}
	dir, base := path.Split(part)
	err := readPart(archive, dir+"_rels/"+base+".rels", &list)
	return list.Relations, err
}

// resolve returns the part a relation of part points to.
func resolve(part, target string) string {
	if strings.HasPrefix(target, "/") {
		return partName(target)
	}
	return partName(path.Join(path.Dir(part), strings.ReplaceAll(target, `\`, "/")))
}

// readPart decodes the XML of a part.
func readPart(archive *zip.ReadCloser, name string, into any) error {
	for _, f := range archive.File {
		if partName(f.Name) != name {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return err
		}
		defer func() { _ = in.Close() }()
		return xml.NewDecoder(io.LimitReader(in, maxOther)).Decode(into)
	}
	return errBroken
}
