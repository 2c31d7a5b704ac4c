-- History is append-only; PostgreSQL does the same with REVOKE.
CREATE TRIGGER history_keeps_rows BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_keeps_all BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
