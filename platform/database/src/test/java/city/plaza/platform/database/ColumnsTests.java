package city.plaza.platform.database;

import java.time.LocalDate;
import java.util.Map;

import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class ColumnsTests {

	private enum State {

		WAITING, PARTLY_REFUNDED

	}

	@Test
	void readsWhatIsThere() {
		Readable row = row(Map.of("number", 7, "amount", 12L, "name", "Ann", "open", true, "day", LocalDate.EPOCH));
		assertThat(Columns.number(row, "number")).isEqualTo(7);
		assertThat(Columns.amount(row, "amount")).isEqualTo(12);
		assertThat(Columns.text(row, "name")).isEqualTo("Ann");
		assertThat(Columns.flag(row, "open")).isTrue();
		assertThat(Columns.date(row, "day")).isEqualTo(LocalDate.EPOCH);
	}

	@Test
	void namesTheColumnThatIsNull() {
		assertThatIllegalStateException().isThrownBy(() -> Columns.text(row(Map.of()), "name"))
			.withMessageContaining("name");
	}

	@Test
	void readsTheConstantOfACode() {
		assertThat(Columns.constant(row(Map.of("state", "partly-refunded")), "state", State.class))
			.isEqualTo(State.PARTLY_REFUNDED);
	}

	@Test
	void findsEveryConstantByItsCode() {
		for (State state : State.values()) {
			assertThat(Codes.constant(State.class, Codes.of(state))).isEqualTo(state);
		}
		assertThat(Codes.of(State.PARTLY_REFUNDED)).isEqualTo("partly-refunded");
	}

	@Test
	void refusesACodeThatNoConstantHas() {
		for (String code : new String[] { "PARTLY_REFUNDED", "partly_refunded", "gone", "" }) {
			assertThatIllegalArgumentException().isThrownBy(() -> Codes.constant(State.class, code))
				.withMessageContaining("State");
		}
	}

	private static Readable row(Map<String, Object> columns) {
		Readable row = mock(Readable.class);
		when(row.get(anyString(), any())).thenAnswer((call) -> value(columns.get(call.<String>getArgument(0))));
		return row;
	}

	private static @Nullable Object value(@Nullable Object value) {
		return value;
	}

}
