# Both import decimal: from an installed Lib, as the archive has no _pydecimal.
import fractions, statistics
F = fractions.Fraction; print(F(1, 3) + F(1, 6), F("0.125"), F(3, -6), F(7, 2) // 1, float(F(1, 4)), F(1.5), F(22, 7).limit_denominator(5), repr(F(1, 2)), statistics.mean([1, 2, 3, 4]), statistics.median([3, 1, 2]), statistics.stdev([1, 2, 3, 4]), statistics.mode("aab"))
