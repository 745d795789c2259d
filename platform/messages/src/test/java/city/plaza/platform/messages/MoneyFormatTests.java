package city.plaza.platform.messages;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MoneyFormatTests {

	private static final List<Long> EDGES = List.of(0L, 1L, -1L, 9L, 99L, 100L, 999L, -1_000L, 99_999L, 100_000L,
			99_999_999L, -100_000_000L, Long.MAX_VALUE, Long.MIN_VALUE);

	@Test
	void writesAsJavaDoesInEveryCurrency() {
		long[] amounts = LongStream
			.concat(EDGES.stream().mapToLong(Long::longValue), new Random(7).longs(100).map((any) -> any >> (any & 63)))
			.toArray();
		for (Currency currency : Currency.getAvailableCurrencies()) {
			for (long amount : amounts) {
				assertThat(MoneyFormat.of(currency.getCurrencyCode()).write(amount)).isEqualTo(javas(amount, currency));
			}
		}
	}

	@Test
	void knowsNoCurrencyThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> MoneyFormat.of("DOLLAR"));
	}

	private static String javas(long amount, Currency currency) {
		int digits = Math.max(0, currency.getDefaultFractionDigits());
		NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
		format.setCurrency(currency);
		format.setMinimumFractionDigits(digits);
		format.setMaximumFractionDigits(digits);
		return format.format(BigDecimal.valueOf(amount, digits));
	}

}
