-- A sum is changed again and again and its key never: with room left on its page the new version stays there, and no index hears of it. Holds for what the next rebuild writes.
ALTER TABLE figure_sum_0 SET (fillfactor = 85);
ALTER TABLE figure_sum_1 SET (fillfactor = 85);
