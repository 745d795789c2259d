package city.plaza.platform.openapi;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ViolationsTests {

	private static final ValidatorFactory VALIDATORS = Validation.buildDefaultValidatorFactory();

	record Money(@Min(value = 1, message = "Enter an amount above zero.") long amount,
			@Size(min = 3, max = 3, message = "Enter a currency.") String currency) {
	}

	record Line(@NotBlank(message = "Enter what to order.") String item, @Valid Money price) {
	}

	record Order(
			@NotNull(message = "Enter an address.") @Size(max = 9, message = "Enter a shorter address.") String address,
			@Valid Money total, @Size(min = 1, message = "Order something.") List<@Valid Line> lines,
			List<@NotBlank(message = "Enter a tag.") String> tags, @Nullable String note) {
	}

	record Twice(@Min(value = 1, message = "Enter more.") @Min(value = 1, message = "Enter more.",
			groups = Payload.class) long count) {
	}

	record Node(@NotBlank(message = "Enter a name.") String name, @Valid Node parent, List<@Valid Node> children) {
	}

	record Free(String any) {
	}

	@Constraint(validatedBy = OddNumberValidator.class)
	@Retention(RetentionPolicy.RUNTIME)
	@interface OddNumber {

		String message() default "Enter an odd number.";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	static class OddNumberValidator implements ConstraintValidator<OddNumber, Long> {

		@Override
		public boolean isValid(Long value, ConstraintValidatorContext context) {
			return value % 2 == 1;
		}

	}

	record Own(@OddNumber long number) {
	}

	record Bare(@NotNull String name) {
	}

	record BareInside(@Valid Bare inside) {
	}

	record BareItems(List<@Valid Bare> items) {
	}

	record BareItem(List<@NotBlank String> items) {
	}

	@AfterAll
	static void close() {
		VALIDATORS.close();
	}

	@Test
	void areOneOfEachConstraintDownToTheLastField() {
		assertThat(of(Order.class)).containsExactly("address required Enter an address.",
				"address wrong-length Enter a shorter address.", "lines wrong-length Order something.",
				"lines[0].item required Enter what to order.", "lines[0].price.amount min Enter an amount above zero.",
				"lines[0].price.currency wrong-length Enter a currency.", "tags[0] required Enter a tag.",
				"total.amount min Enter an amount above zero.", "total.currency wrong-length Enter a currency.");
	}

	@Test
	void areNamedOnceHoweverOftenTheyAreDeclared() {
		assertThat(of(Twice.class)).containsExactly("count min Enter more.");
	}

	@Test
	void ofAConstraintOfOurOwnHaveItsName() {
		assertThat(of(Own.class)).containsExactly("number odd-number Enter an odd number.");
	}

	@Test
	void areNoneWhereEverythingIsAccepted() {
		assertThat(of(Free.class)).isEmpty();
	}

	@Test
	void ofABodyThatHoldsItselfComeToAnEnd() {
		assertThat(of(Node.class)).contains("name required Enter a name.")
			.allSatisfy((text) -> assertThat(text).contains("name required"));
	}

	@ParameterizedTest
	@ValueSource(classes = { Bare.class, BareInside.class, BareItems.class, BareItem.class })
	void needAMessageThatNamesTheRemedy(Class<?> body) {
		assertThatIllegalStateException().isThrownBy(() -> of(body))
			.withMessageStartingWith("Give the constraint @jakarta.validation.constraints.Not")
			.withMessageEndingWith("a message that names the remedy");
	}

	private static List<String> of(Class<?> body) {
		return new Violations(VALIDATORS.getValidator()).of(body)
			.stream()
			.map((error) -> error.field() + " " + error.code() + " " + error.message())
			.toList();
	}

}
