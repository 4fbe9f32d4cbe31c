package sheet

import (
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tradewind/data"
)

// The shapes that the bank documents, with made-up figures.
const (
	ecbOfDay    = "Date, USD, JPY, CNY, \n23 November 2026, 1.1000, 160.00, 7.9200, \n"
	ecbHistory3 = "Date,USD,JPY,CYP,CNY,\n2026-11-23,1.1000,160.00,N/A,7.9200,\n2026-11-20,1.0900,N/A,N/A,7.9000,\n2020-01-02,1.2000,120.00,N/A,7.8000,\n"
	ecbXML      = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject><gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
	<Cube><Cube time="2026-11-23"><Cube currency="USD" rate="1.1000"/><Cube currency="JPY" rate="160.00"/><Cube currency="CNY" rate="7.9200"/></Cube>
	<Cube time="2026-11-20"><Cube currency="USD" rate="1.0900"/><Cube currency="CNY" rate="7.9000"/></Cube></Cube>
</gesmes:Envelope>`
)

// ecb returns the rates of a file in a currency, as "day base rate".
func ecb(t *testing.T, name, text string, home data.Currency, from data.Date) ([]string, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if !IsECB(path) {
		t.Fatalf("%s isn't known as a file of the bank", name)
	}
	file, err := OpenECB(path)
	if err != nil {
		return nil, err
	}
	rows, err := file.In(home, from)
	if err != nil {
		return nil, err
	}
	var list []string
	for p, err := range rows {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, p.Values["date"]+" "+p.Values["base"]+" "+p.Values["rate"])
	}
	return list, nil
}

func TestTheBanksFilesGiveWhatCurrenciesCostInTheCompanys(t *testing.T) {
	day := "2026-11-23 EUR 7.92|2026-11-23 JPY 0.0495|2026-11-23 USD 7.2"
	before := "2026-11-20 EUR 7.9|2026-11-20 USD 7.24771|"
	for name, want := range map[string]struct {
		text string
		from data.Date
		want string
	}{
		"eurofxref.csv":         {ecbOfDay, "", day},
		"eurofxref-hist.csv":    {ecbHistory3, "", before + day},
		"eurofxref-hist-90.xml": {ecbXML, "", before + day},
		"one.xml":               {ecbXML, "2026-11-23", day},
		"old.csv":               {ecbHistory3, "2020-01-01", "2020-01-02 EUR 7.8|2020-01-02 JPY 0.065|2020-01-02 USD 6.5|" + before + day},
	} {
		got, err := ecb(t, name, want.text, "CNY", want.from)
		if err != nil || strings.Join(got, "|") != want.want {
			t.Errorf("%s: %v, %v; want %s", name, got, err, want.want)
		}
	}
	if got, err := ecb(t, "euro.csv", ecbOfDay, "EUR", ""); err != nil || strings.Join(got, "|") != "2026-11-23 CNY 0.126263|2026-11-23 JPY 0.00625|2026-11-23 USD 0.909091" {
		t.Errorf("in euro %v, %v", got, err)
	}
}

func TestAZippedFileOfTheBankIsRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "eurofxref-hist.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	w, err := z.Create("eurofxref-hist.csv")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(ecbHistory3)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := OpenECB(path)
	if err != nil || !IsECB(path) || len(file.days) != 3 {
		t.Errorf("%+v, %v", file, err)
	}
}

func TestAFileOfTheBankThatIsWrongSaysWhere(t *testing.T) {
	for text, want := range map[string]string{
		"Date,USD,CNY,\n2026-11-23,x,7.9,\n":           "2:rate: money.problem.ecb_rate",
		"Date,USD,CNY,\n23.11.26x,1.1,7.9,\n":          "2:date: problem.not_a_date",
		"Date,USD,CNY,\n":                              "money.problem.ecb_empty",
		"Date,USD,JPY,\n2026-11-23,1.1,160,\n":         "money.problem.ecb_home",
		"Date,USD,CNY,\n2026-11-23,1.1,7.9,\n\"2026,1": "3:: money.problem.ecb_row",
	} {
		got, err := ecb(t, "a.csv", text, "CNY", "")
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, %v; want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"date,base,quote,rate\n2026-11-23,USD,CNY,7.1\n", "", "Day,USD\n"} {
		path := filepath.Join(t.TempDir(), "other.csv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if IsECB(path) {
			t.Errorf("%q is taken for a file of the bank", text)
		}
	}
}
