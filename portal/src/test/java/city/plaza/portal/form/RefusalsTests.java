package city.plaza.portal.form;

import java.time.Duration;

import city.plaza.portal.client.ApiProblem;
import city.plaza.portal.client.ApiProblem.FieldError;
import city.plaza.portal.client.Problems;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalsTests {

	private final Refusals refusals = Refusals.ofFields("number", "name", "billAmount")
		.named("billAmount", "bill.amount", "bill.amount.amount")
		.violating("number", "required", "wrong-length")
		.violating("name", "required")
		.beside("number", "no-such-customer-account", "too-many-tries")
		.beside("billAmount", "further-proof-required");

	@Test
	void placesAProblemBesideTheFieldOfTheTable() {
		assertThat(read(HttpStatus.UNPROCESSABLE_CONTENT, "further-proof-required").all()).singleElement()
			.satisfies((error) -> {
				assertThat(error.field()).isEqualTo("billAmount");
				assertThat(error.id()).isEqualTo("billAmount");
				assertThat(error.code()).isEqualTo("further-proof-required");
				assertThat(error.value()).isEqualTo("7");
			});
	}

	@Test
	void keepsHowLongToWait() {
		ApiProblem problem = Problems.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-tries", Duration.ofHours(2));
		assertThat(this.refusals.read(problem).all()).extracting(FormError::pause).containsExactly(Duration.ofHours(2));
	}

	@Test
	void readsNothingOutOfAProblemThatIsNotInTheTable() {
		assertThat(read(HttpStatus.NOT_FOUND, "not-found").any()).isFalse();
		assertThat(read(HttpStatus.FORBIDDEN, "forbidden").any()).isFalse();
		assertThat(read(HttpStatus.BAD_REQUEST, "malformed-request").any()).isFalse();
		assertThat(read(HttpStatus.CONFLICT, "").any()).isFalse();
	}

	@Test
	void showsViolationsInTheOrderOfTheFields() {
		FormErrors errors = this.refusals.read(Problems.ofFields(new FieldError("name", "required", "x"),
				new FieldError("number", "wrong-length", "x"), new FieldError("number", "required", "x")));
		assertThat(errors.all()).extracting((error) -> error.field() + " " + error.code())
			.containsExactly("number wrong-length", "name required");
	}

	@Test
	void knowsTheServicesNamesOfItsFields() {
		FormErrors errors = this.refusals
			.read(Problems.ofFields(new FieldError("bill.amount.amount", "required", "x")));
		assertThat(errors.on("billAmount")).isNotNull();
	}

	@Test
	void keepsAViolationItDoesNotKnowBesideItsField() {
		FormErrors errors = this.refusals.read(Problems.ofFields(new FieldError("name", "added-later", "x")));
		assertThat(errors.all()).extracting((error) -> error.field() + " " + error.code())
			.containsExactly("name unknown");
	}

	@Test
	void showsAViolationOfAnotherFieldAtTheTop() {
		FormErrors errors = this.refusals.read(Problems.ofFields(new FieldError("language", "required", "x")));
		assertThat(errors.all()).extracting((error) -> error.field() + " " + error.code())
			.containsExactly("number unknown");
	}

	@Test
	void readsASingleFieldOfAnInvalidRequest() {
		ApiProblem problem = Problems.ofField(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", "name");
		assertThat(this.refusals.read(problem).on("name")).isNotNull();
	}

	@Test
	void takesNoViolationWhereTheFormHasNoFieldToCorrect() {
		Refusals button = Refusals.ofFields("make").beside("make", "nothing-to-export");
		assertThat(button.read(Problems.ofFields(new FieldError("make", "required", "x"))).any()).isFalse();
	}

	@Test
	void changesNoTableThatItIsMadeFrom() {
		this.refusals.beside("number", "added-later");
		assertThat(read(HttpStatus.CONFLICT, "added-later").any()).isFalse();
	}

	private FormErrors read(HttpStatus status, String code) {
		return this.refusals.read(Problems.of(status, code));
	}

}
