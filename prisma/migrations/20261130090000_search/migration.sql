-- Finding somebody by a part of a name, address, number, phone or account, among a hundred thousand tenancies, at once.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The names of a person as one text to search in; the statement of lib/queue/sql/search says the same.
CREATE FUNCTION person_text(initials text, prefix text, last_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.plain_text(coalesce(initials || ' ', '') || coalesce(prefix || ' ', '') || coalesce(last_name, ''))
$$;
-- A door as one text to search in: the number as it is written on the door and as people type it.
CREATE FUNCTION door_text(street text, house_number text, house_letter text, addition text, postcode text, city text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.plain_text(coalesce(street, '') || ' ' || coalesce(house_number, '') || coalesce('-' || house_letter, '') || coalesce('-' || addition, '') || ' '
    || coalesce(house_number, '') || coalesce(house_letter, '') || ' ' || coalesce(postcode, '') || ' ' || coalesce(city, ''))
$$;

CREATE INDEX person_search ON person USING gin (person_text(initials, prefix, last_name) gin_trgm_ops);
CREATE INDEX dwelling_search ON dwelling USING gin (door_text(street, house_number, house_letter, addition, postcode, city) gin_trgm_ops);
CREATE INDEX contact_point_search ON contact_point USING gin (replace(value, '+31', '0') gin_trgm_ops) WHERE (kind <> 'email');
CREATE INDEX tenancy_search ON tenancy USING gin (lower(number) gin_trgm_ops);
CREATE INDEX tenancy_reference_search ON tenancy USING gin (lower(payment_reference) gin_trgm_ops);
CREATE INDEX tenancy_iban_search ON tenancy_iban USING gin (lower(iban) gin_trgm_ops);
