package city.plaza.portal.page;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.expression.AccessException;
import org.springframework.expression.ExpressionParser;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OwnTypesTests {

	private final ExpressionParser parser = new SpelExpressionParser();

	/** As Spring reads it alone, and a second time, when the way is remembered. */
	@ParameterizedTest
	@ValueSource(strings = { "name", "amount", "amount.amount", "amount.positive", "flags.empty", "flags[0]", "shown",
			"open", "length", "none", "none?.amount", "amount.plain()", "amount == amount", "class.simpleName" })
	void areReadAsSpringDoes(String expression) {
		Sample sample = new Sample("Robin", new Money(25_000, "USD"), List.of("a"), null);
		StandardEvaluationContext spring = new StandardEvaluationContext();
		StandardEvaluationContext ours = new StandardEvaluationContext();
		ours.setPropertyAccessors(List.of(OwnTypes.INSTANCE, spring.getPropertyAccessors().getFirst()));
		var read = this.parser.parseExpression(expression);
		for (int turn = 0; turn < 3; turn++) {
			assertThat(read.getValue(ours, sample))
				.isEqualTo(this.parser.parseExpression(expression).getValue(spring, sample));
		}
	}

	/** The same place of a template may meet several types. */
	@Test
	void areToldApartAtOnePlace() {
		StandardEvaluationContext ours = new StandardEvaluationContext();
		ours.addPropertyAccessor(OwnTypes.INSTANCE);
		ours.setPropertyAccessors(List.of(OwnTypes.INSTANCE, ours.getPropertyAccessors().getFirst()));
		var read = this.parser.parseExpression("amount");
		assertThat(read.getValue(ours, new Money(7, "USD"))).isEqualTo(7L);
		assertThat(read.getValue(ours, new Sample("x", new Money(8, "USD"), List.of(), null)))
			.isEqualTo(new Money(8, "USD"));
		assertThat(read.getValue(ours, new Money(9, "USD"))).isEqualTo(9L);
	}

	@Test
	void areNoOthers() {
		assertThat(OwnTypes.INSTANCE.canRead(new StandardEvaluationContext(), "text", "length")).isFalse();
		assertThat(OwnTypes.INSTANCE.canRead(new StandardEvaluationContext(), Map.of("a", 1), "a")).isFalse();
		assertThat(OwnTypes.INSTANCE.canRead(new StandardEvaluationContext(), null, "a")).isFalse();
		assertThat(OwnTypes.INSTANCE.canRead(new StandardEvaluationContext(), new Money(1, "USD"), "hashCode"))
			.isTrue();
		assertThat(OwnTypes.INSTANCE.canRead(new StandardEvaluationContext(), new Money(1, "USD"), "getClass"))
			.isFalse();
		assertThatExceptionOfType(AccessException.class)
			.isThrownBy(() -> OwnTypes.INSTANCE.read(new StandardEvaluationContext(), "text", "length"));
	}

	@Test
	void hideNoFailure() {
		StandardEvaluationContext ours = new StandardEvaluationContext();
		ours.setPropertyAccessors(List.of(OwnTypes.INSTANCE));
		assertThatExceptionOfType(SpelEvaluationException.class)
			.isThrownBy(
					() -> this.parser.parseExpression("broken").getValue(ours, new Sample("x", null, List.of(), null)))
			.withStackTraceContaining("is broken");
	}

	record Sample(String name, Money amount, List<String> flags, Money none) {

		/** Spring takes the one that is named as a bean's. */
		public String getShown() {
			return "as a bean's";
		}

		public String shown() {
			return "as a record's";
		}

		public boolean isOpen() {
			return true;
		}

		public int length() {
			return this.name.length();
		}

		public String broken() {
			throw new IllegalStateException("is broken");
		}

	}

}
