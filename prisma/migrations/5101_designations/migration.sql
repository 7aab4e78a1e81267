-- With which words a payer named what a receipt is for, where the program read them; shown with the receipt, and taken back there.
ALTER TABLE designation ADD COLUMN words text;
CREATE INDEX designation_payment ON designation (payment_id);
