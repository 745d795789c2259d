package city.plaza.portal.completion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import city.plaza.portal.form.Form;
import city.plaza.portal.form.FormError;
import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompletionFormsTests {

	private static final Map<String, Form> FORMS = Map.of("acceptAcknowledgment", AcknowledgmentController.FORM,
			"enterContact", ContactStepController.FORM, "enterAddress", AddressStepController.FORM, "enterSignature",
			SignatureStepController.FORM);

	/** They lead to another page, not back to the form. */
	private static final Set<String> LEADING_ON = Set.of("registration-submitted", "acknowledgment-missing",
			"registration-incomplete");

	@Test
	void haveATextForEachOfTheirRefusals() {
		FORMS.values().forEach(Texts::areCompleteFor);
	}

	@Test
	void showEveryProblemOrLeadOn() {
		Set<String> codes = ReleasedApi.of("identity")
			.problems("acceptAcknowledgment", "enterSignature", "submitMyRegistration");
		codes.removeAll(LEADING_ON);
		assertThat(ReleasedApi.shownBy(FORMS.values().toArray(Form[]::new))).containsAll(codes).containsAll(codes);
		assertThat(codes).contains("acknowledgment-changed");
	}

	@ParameterizedTest
	@CsvSource({ "acceptAcknowledgment,accepted,accepted", "enterContact,preference,preference",
			"enterContact,phone,phone", "enterContact,language,language", "enterAddress,line1,line1",
			"enterAddress,line2,line2", "enterAddress,city,city", "enterAddress,state,state",
			"enterAddress,postalCode,postalCode", "enterSignature,name,signature", "enterSignature,drawing,drawing" })
	void showEveryViolationOfAField(String operation, String field, String shown) {
		assertThat(FORMS.get(operation)
			.refusals()
			.all()
			.stream()
			.filter((error) -> error.field().equals(shown))
			.map(FormError::code)
			.collect(Collectors.toSet())).containsAll(ReleasedApi.of("identity").violations(operation, field));
	}

	@Test
	void writeADrawingAsTextAndReadItAgain() {
		Drawing drawing = new Drawing(600, 200, List.of(List.of(1, 2, 3, 4), List.of(5, 6)));
		assertThat(drawing.text()).isEqualTo("600.200_1.2.3.4_5.6");
		assertThat(Drawing.read(drawing.text())).contains(drawing);
		assertThat(drawing.path()).isEqualTo("M1 2L3 4M5 6");
		assertThat(drawing.viewBox()).isEqualTo("0 0 600 200");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "600", "600.200.3_1.2", "600.200_", "600.200_1.2_", "x", "600.200_1.-2",
			"600.200_1.2.12345", "600.200_1. 2", "\"><script>" })
	void readNoDrawingWhereThereIsNone(String text) {
		assertThat(Drawing.read(text)).isEmpty();
	}

	@Test
	void readNoEndlessDrawing() {
		assertThat(Drawing.read("600.200" + "_1.2".repeat(10_000))).isEmpty();
	}

}
