package city.plaza.gateway.outage;

import city.plaza.platform.messages.Language;
import city.plaza.platform.testing.Translations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class OutagePagesTests {

	private final OutagePages pages = new OutagePages();

	@ParameterizedTest
	@CsvSource({ "SERVICE_UNAVAILABLE, ENGLISH, <html lang=\"en\">, the service isn&#39;t available right now",
			"SERVICE_UNAVAILABLE, SPANISH, <html lang=\"es\">, el servicio no está disponible",
			"CONTENT_TOO_LARGE, SPANISH, <html lang=\"es\">, Envíe un archivo más pequeño",
			"TOO_MANY_REQUESTS, SPANISH, <html lang=\"es\">, Espere un minuto" })
	void areInTheReadersLanguage(HttpStatus status, Language language, String start, String text) {
		OutagePages.Page page = this.pages.find(status, language).orElseThrow();
		assertThat(page.html()).contains(start, text);
		assertThat(page.language()).isEqualTo(language);
		assertThat(page.policy()).startsWith("default-src 'none'; style-src 'sha256-");
	}

	@ParameterizedTest
	@EnumSource(value = HttpStatus.class, names = { "NOT_FOUND", "BAD_GATEWAY" })
	void leaveOtherRefusalsToTheApi(HttpStatus status) {
		assertThat(this.pages.find(status, Language.ENGLISH)).isEmpty();
	}

	@Test
	void sayTheSameInEachLanguage() {
		Translations.areComplete("outage");
	}

}
