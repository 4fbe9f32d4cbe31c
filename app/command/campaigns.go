package command

import (
	"strconv"

	"tradewind/data"
	"tradewind/data/store"
)

// campaignKindName is what commands call a campaign.
const campaignKindName = string(data.CampaignKind)

// saveCampaign creates or changes a campaign.
func (a *applying) saveCampaign(f fields) (outcome, error) {
	var problems data.Problems
	given := f.object("campaign", &problems)
	if len(problems) > 0 {
		return outcome{}, problems
	}
	number, _ := plainText(given["campaign_no"])
	before, exists, err := found(a.st.Campaigns.ByNo(a.ctx, number))
	if err != nil {
		return outcome{}, err
	}
	after := before
	if !exists {
		after = data.NewCampaign(data.DateOf(a.Now()))
	}
	if problems = fill(&after, given); len(problems) > 0 {
		return outcome{}, within("campaign", withRules(problems, after))
	}
	after, result, err := save(before, after, !exists, func(c data.Campaign) (data.Campaign, error) { return a.st.Campaigns.Save(a.ctx, c) })
	if err != nil {
		return outcome{}, under("campaign", err)
	}
	_, doubts, err := a.st.Campaigns.Figures(a.ctx, after, data.DateOf(a.Now()))
	return saved(after.No, result, "campaign", after, doubts...), err
}

// campaignRow is a campaign with where today lies to its days.
type campaignRow struct {
	data.Campaign
	State data.CampaignState `json:"state"`
}

// campaignTable lists campaigns, the one that begins last first.
func (s *session) campaignTable(st *store.Store, q store.Query) (*table, error) {
	found, err := paged(q, func(q store.Query) ([]data.Campaign, error) { return st.Campaigns.Find(s.ctx, q) },
		func(c data.Campaign) string { return c.No })
	if err != nil {
		return nil, err
	}
	t := newTable("campaign_no", "name", "market", "first_day", "last_day", "state", "goods")
	t.right = []int{6}
	for _, c := range found {
		r := campaignRow{c, c.State(data.DateOf(s.Now()))}
		t.add(r, c.No, c.Name, c.Market, string(c.From), string(c.Until), string(r.State), strconv.Itoa(len(c.Goods)))
	}
	return t, nil
}

// campaignFigures returns a campaign with the arithmetic of its goods.
func (s *session) campaignFigures(st *store.Store, no string) (data.Campaign, []data.CampaignFigures, error) {
	c, err := st.Campaigns.ByNo(s.ctx, no)
	if err != nil {
		return c, nil, err
	}
	figures, _, err := st.Campaigns.Figures(s.ctx, c, data.DateOf(s.Now()))
	return c, figures, err
}

// campaignRecord is a campaign with its arithmetic.
func (s *session) campaignRecord(st *store.Store, no string) (any, error) {
	c, figures, err := s.campaignFigures(st, no)
	return struct {
		campaignRow
		Figures []data.CampaignFigures `json:"figures"`
	}{campaignRow{c, c.State(data.DateOf(s.Now()))}, figures}, err
}

// campaignPage is a campaign for people.
func (s *session) campaignPage(st *store.Store, no string) (*page, error) {
	c, figures, err := s.campaignFigures(st, no)
	if err != nil {
		return nil, err
	}
	p := &page{title: s.t("command.word.campaign") + " " + c.No}
	p.add(s.t("command.label.name"), c.Name)
	p.add(s.t("command.label.days"), s.words.Date(string(c.From))+" – "+s.words.Date(string(c.Until)))
	p.add(s.t("command.label.status"), s.campaignState(c.State(data.DateOf(s.Now()))))
	p.add(s.t("campaign.market"), c.Market)
	p.add(s.t("command.label.notes"), c.Note)
	t := newTable(s.t("command.label.sku"), s.t("campaign.list_price"), s.t("campaign.price"), s.t("campaign.cost"), s.t("campaign.before"),
		s.t("campaign.after"), s.t("campaign.factor"), s.t("campaign.on_hand"))
	t.right = []int{1, 2, 3, 4, 5, 6, 7}
	for _, f := range figures {
		factor := ""
		if f.Factor != nil {
			factor = f.Factor.StringFixed(2)
		}
		t.add(f, f.SKU, priced(f.List, f.Currency), priced(f.Price, f.Currency), priced(f.Cost, f.Currency), marginShown(f.Before), marginShown(f.After), factor, f.OnHand.String())
	}
	p.parts = append(p.parts, part{title: s.t("campaign.goods"), table: t})
	return p, nil
}

// marginShown writes a share; nothing when it isn't known.
func marginShown(p *data.Percent) string {
	if p == nil {
		return ""
	}
	return p.String() + " %"
}

// campaignState is what a state is called.
func (s *session) campaignState(state data.CampaignState) string {
	switch state {
	case data.CampaignComing:
		return s.t("campaign.state.coming")
	case data.CampaignPast:
		return s.t("campaign.state.past")
	}
	return s.t("campaign.state.running")
}
