-- What the text of a receipt said of payment $1 no longer holds; what a person named stays.
UPDATE designation SET undone_at = $2::timestamptz(3) WHERE payment_id = $1::bigint AND undone_at IS NULL AND because <> 'desk'
RETURNING tenancy_id AS "tenancyId"
