package city.plaza.portal.page;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.portal.asset.SomeAssets;
import city.plaza.portal.city.CityColours;
import city.plaza.portal.city.CitySettings;
import city.plaza.portal.city.OpeningHours;
import org.jspecify.annotations.Nullable;
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
		assertThat(city(null).local(Instant.parse("2026-11-23T15:08:00Z")))
			.isEqualTo(LocalDateTime.of(2026, 11, 23, 9, 8));
		assertThat(city(null).local(Instant.parse("2026-07-01T03:00:00Z")))
			.isEqualTo(LocalDateTime.of(2026, 6, 30, 22, 0));
	}

	@Test
	void namesThePhoneOfTheCallCentreWhereItHasItsOwn() {
		assertThat(city("(555) 010-0139").answeringPhone()).isEqualTo("(555) 010-0139");
		assertThat(city(null).answeringPhone()).isEqualTo("(555) 010-0159");
	}

	private static Frame frame(String path, LocalDateTime now) {
		CitySettings city = city(null);
		return new Frame(city, SomeAssets.of(city), null, path, now);
	}

	private static CitySettings city(@Nullable String callCentre) {
		OpeningHours hours = new OpeningHours(
				Map.of(DayOfWeek.MONDAY, new OpeningHours.Hours(LocalTime.of(7, 30), LocalTime.of(17, 0))), Set.of());
		return new CitySettings("City of Fairhaven", "Citizen Self Service", "Finance Department",
				ZoneId.of("America/Chicago"), "(555) 010-0159", callCentre, "css@fairhaven.example", "",
				URI.create("https://utilities.fairhaven.example/pay"), List.of(), List.of(), List.of(), List.of(),
				hours, new CityColours("#17324d", "#ffffff", "#0f6b4f", "#1a5a96"));
	}

}
