-- Tenancies that run on day $1, first and last day included.
SELECT id FROM tenancy WHERE starts_on <= $1::date AND (ends_on IS NULL OR ends_on >= $1::date)
