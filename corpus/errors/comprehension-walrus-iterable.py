[x for x in (y := z)] + [i := 0 for i in j]
