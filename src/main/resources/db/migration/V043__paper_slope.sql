-- How fast the chance of being right grows with ability at the cut, in millionths per unit of ability, frozen with the chance: the information of a paper follows from it. Batches
-- that were committed before, or by a replica of the release before, have none.
ALTER TABLE paper_batch_pool ADD COLUMN slope int CHECK (slope >= 0);
