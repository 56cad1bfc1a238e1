-- A card is shown by a call: its line says which card and by which rules, and a row beside it said the same twice.
ALTER TABLE hook_call ADD COLUMN reasons jsonb;
DROP TABLE card;
CREATE INDEX hook_call_card ON hook_call (tenant_id, card_id) WHERE card_id IS NOT NULL;
