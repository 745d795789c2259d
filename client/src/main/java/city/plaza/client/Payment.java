package city.plaza.client;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A web payment.
 *
 * @param state such as {@code submitted}
 * @param finished whether it is posted or has ended
 * @param method null until it is paid
 */
public record Payment(UUID id, String reference, String state, boolean finished, Money amount,
		List<Allocation> allocations, @Nullable Method method) {

	/** The card or account that was charged. */
	public record Method(String brand, String last4) {
	}

}
