package likeness

// forest keeps which of n things belong together: each is in one tree, and
// trees are joined (R. E. Tarjan, "Efficiency of a good but not linear set union
// algorithm", Journal of the ACM 22, 1975).
type forest struct{ above []int32 }

func newForest(n int) *forest {
	f := &forest{above: make([]int32, n)}
	for i := range f.above {
		f.above[i] = int32(i)
	}
	return f
}

// root names the tree of a thing: it is the first thing of the tree.
func (f *forest) root(at int32) int32 {
	for f.above[at] != at {
		f.above[at] = f.above[f.above[at]]
		at = f.above[at]
	}
	return at
}

func (f *forest) join(one, other int32) {
	a, b := f.root(one), f.root(other)
	f.above[max(a, b)] = min(a, b)
}
