package city.plaza.identity.social;

import java.nio.ByteBuffer;
import java.util.UUID;

import city.plaza.identity.secret.KeyedHashes;
import city.plaza.identity.verification.CodeFlow;

/**
 * What a code is bound to by which somebody proves the account that a provider shall be
 * joined to: one ticket.
 *
 * @param value nobody can guess it without the key
 */
record JoinFlow(UUID value) implements CodeFlow {

	static JoinFlow of(Ticket ticket, KeyedHashes hashes) {
		ByteBuffer hash = ByteBuffer.wrap(
				hashes
					.hash("join-flow", ticket.provider(), ticket.issuer(), ticket.subject(),
							String.valueOf(ticket.email()), Long.toString(ticket.expiresAt()))
					.bytes());
		return new JoinFlow(new UUID(hash.getLong(), hash.getLong()));
	}

	@Override
	public Purpose purpose() {
		return Purpose.ACCOUNT_PROOF;
	}

}
