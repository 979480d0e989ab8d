-- which of the six ways of keeping a campaign tries, so that what the way causes can be told from it [R-08]
alter table campaign add column way text check (way in ('advantage', 'care', 'bundle', 'fit', 'addition', 'service'));

-- the ways in, out and back are kept for each kind of customer and in both languages, in place of the second list of steps the retention
-- rules had [R-09, R-22]; what a branch has set holds for every kind until it is set apart
update retention_guard g set setting = jsonb_set(g.setting, '{doors}', jsonb_build_object('person', d.doors, 'group', d.doors, 'outlet', d.doors))
  from (
    select r.branch_id, r.version, jsonb_object_agg(door.key, jsonb_set(door.value, '{steps}', coalesce((
        select jsonb_agg(jsonb_set(step.value, '{what}', jsonb_build_object('zh', step.value -> 'what', 'en', ''::text)) order by step.ordinality)
          from jsonb_array_elements(door.value -> 'steps') with ordinality step), '[]'::jsonb))) as doors
      from retention_guard r, jsonb_each(r.setting -> 'doors') door
     where r.setting -> 'doors' ? 'in'
     group by r.branch_id, r.version) d
 where d.branch_id = g.branch_id and d.version = g.version;
