-- The number by which the housing system knows a dwelling; agreements of a system that keeps units apart name it.
ALTER TABLE dwelling ADD COLUMN number text;
CREATE UNIQUE INDEX dwelling_number_key ON dwelling (number);
