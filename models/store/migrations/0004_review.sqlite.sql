-- What was received stays as it came; only the merge that it belongs to may
-- become a later one, when an earlier one was undone.
CREATE TRIGGER received_keeps_rows
BEFORE UPDATE OF seq, uid, group_uid, at, actor_uid, device_uid, kind, undoes, op, entity, entity_uid, version, before, after, parents
ON received BEGIN SELECT RAISE(ABORT, 'received is append-only'); END;
CREATE TRIGGER received_keeps_all BEFORE DELETE ON received BEGIN SELECT RAISE(ABORT, 'received is append-only'); END;
