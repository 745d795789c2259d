package city.plaza.portal.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

import city.plaza.platform.messages.Language;
import city.plaza.platform.messages.LocalText;
import city.plaza.portal.asset.SomeAssets;
import city.plaza.portal.city.CitySettings;
import city.plaza.portal.city.SomeCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FrameTests {

	@ParameterizedTest
	@CsvSource({ "2026-11-23T09:00,true", "2026-11-23T06:00,false", "2026-11-22T09:00,false" })
	void knowsWhetherTheCallCentreIsOpenNow(LocalDateTime now, boolean open) {
		assertThat(frame("/", now).openNow()).isEqualTo(open);
	}

	@Test
	void marksTheNavigationsLinkToThePageItIsOn() {
		Frame frame = frame("/contact", LocalDateTime.of(2026, 11, 23, 9, 0));
		assertThat(frame.at("/contact")).isTrue();
		assertThat(frame.at("/")).isFalse();
		assertThat(frame.today()).isEqualTo(LocalDate.of(2026, 11, 23));
	}

	@Test
	void showsTheTimeOnTheCitysClocks() {
		assertThat(SomeCity.withCallCentre(null).local(Instant.parse("2026-11-23T15:08:00Z")))
			.isEqualTo(LocalDateTime.of(2026, 11, 23, 9, 8));
		assertThat(SomeCity.withCallCentre(null).local(Instant.parse("2026-07-01T03:00:00Z")))
			.isEqualTo(LocalDateTime.of(2026, 6, 30, 22, 0));
	}

	@Test
	void namesThePhoneOfTheCallCentreWhereItHasItsOwn() {
		assertThat(SomeCity.withCallCentre("(555) 010-0139").answeringPhone()).isEqualTo("(555) 010-0139");
		assertThat(SomeCity.withCallCentre(null).answeringPhone()).isEqualTo("(555) 010-0159");
	}

	@Test
	void namesABillTypeInTheReadersLanguageWhereTheLedgerMeansTheSame() {
		CitySettings city = SomeCity.withBillType("CLAIMS", new LocalText("Claims", "Reclamos"));
		assertThat(city.billTypeName("CLAIMS", "Claims", Language.SPANISH)).isEqualTo("Reclamos");
		assertThat(city.billTypeName("CLAIMS", "Claims", Language.ENGLISH)).isEqualTo("Claims");
		assertThat(city.billTypeName("CLAIMS", null, Language.SPANISH)).isEqualTo("Reclamos");
		assertThat(city.billTypeName("CLAIMS", "Insurance", Language.SPANISH)).isEqualTo("Insurance");
		assertThat(city.billTypeName("FEES", "Fees", Language.SPANISH)).isEqualTo("Fees");
		assertThat(city.billTypeName("FEES", null, Language.SPANISH)).isNull();
	}

	private static Frame frame(String path, LocalDateTime now) {
		CitySettings city = SomeCity.withCallCentre(null);
		return new Frame(city, SomeAssets.of(city), null, path, now, Language.ENGLISH, path, null);
	}

}
