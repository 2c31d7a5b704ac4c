package suggest_test

import (
	"fmt"
	"math/rand/v2"

	"glossator/app/suggest"
)

// Parts of the sentences of a made-up project. Its analysts call "orders" of
// the harbour office commitments, which no rule knows, and letters about them
// are none although they look alike.
var (
	bodies  = []string{"The harbour office", "The ferry service", "The pilot station", "The quay board", "The customs post", "The tide office"}
	things  = []string{"the northern pier", "two cranes", "the old lighthouse", "the fish market", "a new slipway", "the coal yard", "the signal mast"}
	places  = []string{"near the river mouth", "in the outer basin", "at the ferry landing", "behind the warehouse", "on the western bank"}
	ordered = []string{"hereby orders the repair of", "hereby orders the sale of", "hereby orders a survey of", "hereby grants the use of"}
	written = []string{"wrote a letter about", "received a letter about", "showed visitors", "remembered the story of"}
	counted = []string{"counted %d ships", "recorded %d landings", "registered %d complaints", "saw %d passengers"}
)

// project makes n sentences that were all read, tagged by the made-up analysts;
// the same seed makes the same project.
func project(n int, seed uint64) []suggest.Example {
	random := rand.New(rand.NewPCG(seed, 0))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	out := make([]suggest.Example, n)
	for i := range out {
		e := suggest.Example{Language: "en", Read: true, Article: fmt.Sprintf("ar-%d", i/20)}
		tail := pick(things) + " " + pick(places)
		switch random.IntN(5) {
		case 0, 1:
			e.Text = fmt.Sprintf("%s %s %s.", pick(bodies), pick(ordered), tail)
			e.Labels = []string{suggest.Commitment}
		case 2:
			e.Text = fmt.Sprintf("%s "+pick(counted)+" %s.", pick(bodies), 20+random.IntN(900), pick(places))
			e.Labels = []string{suggest.Statistic}
		default:
			e.Text = fmt.Sprintf("%s %s %s.", pick(bodies), pick(written), tail)
		}
		out[i] = e
	}
	return out
}
