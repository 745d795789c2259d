package city.plaza.billing.payment;

import city.plaza.billing.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was decided of a row that finance reported.
 *
 * @param <O> the outcomes that there are
 * @param outcome what was done with it
 * @param most the most that the amount may be, where it is refused for being more; null
 * of every other outcome
 */
public record Decided<O extends Enum<O>>(O outcome, @Nullable Money most) {

	public static <O extends Enum<O>> Decided<O> of(O outcome) {
		return new Decided<>(outcome, null);
	}

}
