package city.plaza.identity.email;

import java.time.Instant;
import java.util.UUID;

import city.plaza.identity.account.AccountId;
import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Hash;
import city.plaza.platform.database.Columns;
import city.plaza.platform.messages.Language;
import io.r2dbc.spi.Readable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All changes that can still be made or undone. */
@Repository
class EmailChanges {

	private static final String ADD = """
			insert into email_change (id, account_id, old_email, new_email, language, requested_at)
			values (:id, :account, :from, :to, :language, :now)
			""";

	private static final String OF = """
			select * from email_change where id = :id and account_id = :account
			""";

	private static final String CONFIRM = """
			update email_change set confirmed_at = :now, undo_hash = :hash, undo_until = :until
			where id = :id and confirmed_at is null
			""";

	private static final String LOCK_UNDOABLE = """
			select * from email_change
			where undo_hash = :hash and undone_at is null and undo_until > :now for update
			""";

	private static final String UNDONE = """
			update email_change set undone_at = :now where id = :id
			""";

	private static final String UNDOABLE = """
			select exists (select from email_change
			  where undo_hash = :hash and undone_at is null and undo_until > :now) as undoable
			""";

	private static final String REMOVE_OLDER_THAN = """
			delete from email_change
			where requested_at < :moment and (undo_until is null or undo_until < :moment)
			""";

	private final DatabaseClient database;

	EmailChanges(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> add(EmailChange change, Instant now) {
		return this.database.sql(ADD)
			.bind("id", change.id().value())
			.bind("account", change.account().value())
			.bind("from", change.from().value())
			.bind("to", change.to().value())
			.bind("language", change.language().tag())
			.bind("now", now)
			.then();
	}

	/** A change of this account; of another there is none. */
	Mono<EmailChange> of(EmailChangeId id, AccountId account) {
		return this.database.sql(OF)
			.bind("id", id.value())
			.bind("account", account.value())
			.map(EmailChanges::read)
			.one();
	}

	Mono<Void> confirm(EmailChangeId id, Instant now, Hash undo, Instant until) {
		return this.database.sql(CONFIRM)
			.bind("now", now)
			.bind("hash", undo.bytes())
			.bind("until", until)
			.bind("id", id.value())
			.then();
	}

	/**
	 * Finds the change of a token and keeps others from undoing it until the transaction
	 * ends; empty where the token is worth nothing.
	 */
	Mono<EmailChange> lockUndoable(Hash token, Instant now) {
		return this.database.sql(LOCK_UNDOABLE)
			.bind("now", now)
			.bind("hash", token.bytes())
			.map(EmailChanges::read)
			.one();
	}

	Mono<Void> undone(EmailChangeId id, Instant now) {
		return this.database.sql(UNDONE).bind("now", now).bind("id", id.value()).then();
	}

	Mono<Boolean> isUndoable(Hash token, Instant now) {
		return this.database.sql(UNDOABLE)
			.bind("now", now)
			.bind("hash", token.bytes())
			.map((row) -> Boolean.TRUE.equals(row.get("undoable", Boolean.class)))
			.one();
	}

	Mono<Long> removeOlderThan(Instant moment) {
		return this.database.sql(REMOVE_OLDER_THAN).bind("moment", moment).fetch().rowsUpdated();
	}

	private static EmailChange read(Readable row) {
		return new EmailChange(new EmailChangeId(Columns.required(row, "id", UUID.class)),
				new AccountId(Columns.required(row, "account_id", UUID.class)),
				new EmailAddress(Columns.text(row, "old_email")), new EmailAddress(Columns.text(row, "new_email")),
				Language.of(Columns.text(row, "language")).orElseThrow(),
				row.get("confirmed_at", Instant.class) != null);
	}

}
