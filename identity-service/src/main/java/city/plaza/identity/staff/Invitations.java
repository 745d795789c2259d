package city.plaza.identity.staff;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import city.plaza.identity.account.EmailAddress;
import city.plaza.identity.secret.Hash;
import io.r2dbc.spi.Parameters;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;

/** All invitations. An address has one at most that can be accepted: the latest. */
@Repository
class Invitations {

	private static final String END_OF_ADDRESS = """
			update staff_invitation set withdrawn_at = :now
			where address = :address and accepted_at is null and withdrawn_at is null
			""";

	private static final String ADD = """
			insert into staff_invitation (id, email, address, roles, token_hash, invited_by, invited_at, expires_at)
			values (:id, :email, :address, :roles, :hash, :by, :at, :expires)
			""";

	private static final String OPEN = """
			select * from staff_invitation where accepted_at is null and withdrawn_at is null and expires_at > :now
			order by invited_at, id limit 1000
			""";

	private static final String OF_TOKEN = """
			select * from staff_invitation
			where token_hash = :hash and accepted_at is null and withdrawn_at is null and expires_at > :now
			""";

	private static final String ACCEPT = """
			update staff_invitation set accepted_at = :now where id = :id
			""";

	private static final String WITHDRAW = """
			update staff_invitation set withdrawn_at = :now
			where id = :id and accepted_at is null and withdrawn_at is null
			""";

	private final DatabaseClient database;

	Invitations(DatabaseClient database) {
		this.database = database;
	}

	/** Adds one; an earlier one of the address is of no use any more. */
	Mono<Void> add(Invitation invitation, Hash token, @Nullable UUID by) {
		return endOf(invitation.email(), invitation.invitedAt()).then(this.database.sql(ADD)
			.bind("id", invitation.id().value())
			.bind("email", invitation.email().value())
			.bind("address", invitation.email().comparable())
			.bind("roles", invitation.roles().toArray(String[]::new))
			.bind("hash", token.bytes())
			.bind("by", (by != null) ? Parameters.in(by) : Parameters.in(UUID.class))
			.bind("at", invitation.invitedAt())
			.bind("expires", invitation.expiresAt())
			.then());
	}

	private Mono<Void> endOf(EmailAddress email, Instant now) {
		return this.database.sql(END_OF_ADDRESS).bind("now", now).bind("address", email.comparable()).then();
	}

	/** Those that can be accepted, the oldest first. */
	Mono<List<Invitation>> open(Instant now) {
		return this.database.sql(OPEN).bind("now", now).map(Invitation::read).all().collectList();
	}

	/** The one of a token; empty where it cannot be accepted any more. */
	Mono<Invitation> of(Hash token, Instant now) {
		return this.database.sql(OF_TOKEN).bind("hash", token.bytes()).bind("now", now).map(Invitation::read).one();
	}

	/** The same, and nobody else accepts it until the transaction ends. */
	Mono<Invitation> lock(Hash token, Instant now) {
		return this.database.sql(OF_TOKEN + " for update")
			.bind("hash", token.bytes())
			.bind("now", now)
			.map(Invitation::read)
			.one();
	}

	Mono<Void> accept(InvitationId id, Instant now) {
		return this.database.sql(ACCEPT).bind("now", now).bind("id", id.value()).then();
	}

	/** Takes one back; false where it could not be accepted any more anyway. */
	Mono<Boolean> withdraw(InvitationId id, Instant now) {
		return this.database.sql(WITHDRAW)
			.bind("now", now)
			.bind("id", id.value())
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

}
