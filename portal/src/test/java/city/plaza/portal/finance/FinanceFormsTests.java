package city.plaza.portal.finance;

import java.util.Set;

import city.plaza.portal.form.ReleasedApi;
import city.plaza.portal.form.Texts;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.http.codec.multipart.FormPartEvent;

import static org.assertj.core.api.Assertions.assertThat;

class FinanceFormsTests {

	@Test
	void haveATextForEachOfTheirRefusals() {
		Texts.areCompleteFor(ImportController.FORM);
		Texts.areCompleteFor(ExportController.FORM);
		Texts.areCompleteFor(ExceptionController.FORM);
		Texts.areCompleteFor(PaymentSearchController.FORM);
		Texts.areCompleteFor(PaymentSearchController.BY_EMAIL);
	}

	@Test
	void showEveryProblemOfTheFinanceDepartmentsFiles() {
		Set<String> codes = ReleasedApi.of("billing").problems("startImport", "makeExport");
		assertThat(codes).contains("wrong-header", "nothing-to-export", "file-missing");
		assertThat(ReleasedApi.shownBy(ImportController.FORM, ExportController.FORM)).containsAll(codes);
	}

	@Test
	void showEveryProblemOfAnException() {
		ReleasedApi billing = ReleasedApi.of("billing");
		assertThat(ReleasedApi.shownBy(ExceptionController.FORM))
			.containsAll(billing.problems("resolvePaymentException"))
			.containsAll(billing.violations("resolvePaymentException", "note"));
	}

	@Test
	void showEveryProblemOfASearch() {
		assertThat(ReleasedApi.of("billing").values("PaymentView", "state"))
			.containsExactlyInAnyOrderElementsOf(PaymentSearchForm.STATES)
			.allSatisfy((state) -> Texts.of("search.state." + state));
		assertThat(ReleasedApi.of("billing").values("Step", "cause"))
			.allSatisfy((cause) -> Texts.of("record.cause." + cause));
		assertThat(ReleasedApi.of("billing").values("ExportBatch", "state"))
			.allSatisfy((state) -> Texts.of("exports.state." + state));
	}

	@Test
	void keepWhatWasChosenBesideTheFile() {
		ImportForm form = new ImportForm();
		assertThat(form.getKind()).isNull();
		assertThat(form.isDryRun()).isFalse();
		FormPartEvent.create("kind", "bills")
			.doOnNext(form::note)
			.as(StepVerifier::create)
			.expectNextCount(1)
			.verifyComplete();
		FormPartEvent.create("dryRun", "true")
			.doOnNext(form::note)
			.as(StepVerifier::create)
			.expectNextCount(1)
			.verifyComplete();
		assertThat(form.getKind()).isEqualTo("bills");
		assertThat(form.isDryRun()).isTrue();
	}

	@Test
	void stripANote() {
		assertThat(new ExceptionController.NoteForm("  Given back. ").stripped()).isEqualTo("Given back.");
		assertThat(new ExceptionController.NoteForm(null).stripped()).isEmpty();
	}

}
