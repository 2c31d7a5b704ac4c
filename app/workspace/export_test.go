package workspace

// Forget has everything that is learnt from read anew.
func (w *Workspace) Forget() { w.decisions.forget() }
