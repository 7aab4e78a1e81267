-- People by themselves: who belongs to no contract of ours is not kept. The others are judged as tenants, by one of their contracts.
UPDATE staged s SET contract = l.contract, role = l.role
FROM (SELECT DISTINCT ON (p.number) p.number, t.number AS contract, l.role
  FROM person p JOIN tenancy_person l ON l.person_id = p.id JOIN tenancy t ON t.id = l.tenancy_id ORDER BY p.number, l.id) l
WHERE l.number = s.number;
UPDATE staged SET outcome = 'ignored', field = 'relatienummer', code_said = 'no-tenant-of-ours', vals = '{}' WHERE contract IS NULL;
