package city.plaza.portal.payment;

import java.util.Set;
import java.util.UUID;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.page.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the page "Check your answers" sends beside the bills and amounts of its address.
 *
 * @param key made when the page was shown: pressing twice pays once
 * @param currency of the amounts
 */
record CheckForm(@Nullable String key, @Nullable String currency) {

	/** After these, the same request is sent once more; after others, it is a new one. */
	private static final Set<String> FOR_NOW = Set.of("provider-unavailable", "too-many-payments");

	static CheckForm fresh() {
		return new CheckForm(UUID.randomUUID().toString(), null);
	}

	/** The form as it is shown after a refusal. */
	CheckForm after(ApiProblem problem) {
		return FOR_NOW.contains(problem.code()) ? this : fresh();
	}

	/** Whether it is the form of our own page. */
	boolean isWhole() {
		return this.key != null && !this.key.isBlank() && this.currency != null && Money.isCurrency(this.currency);
	}

}
