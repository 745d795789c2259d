package city.plaza.portal.city;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.platform.messages.LocalText;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;

/** A city for tests that start no portal. */
public final class SomeCity {

	private SomeCity() {
	}

	public static CitySettings withCallCentre(@Nullable String phone) {
		return of(phone, List.of(), Map.of(), null);
	}

	public static CitySettings withNotice(String... paragraphs) {
		return of(null, List.of(paragraphs), Map.of(), null);
	}

	public static CitySettings withBillType(String code, LocalText name) {
		return of(null, List.of(), Map.of(code, new BillTypeText(name.en(), name.es(), null)), null);
	}

	public static CitySettings withSeal(Resource seal) {
		return of(null, List.of(), Map.of(), seal);
	}

	private static CitySettings of(@Nullable String callCentre, List<String> notice,
			Map<String, BillTypeText> billTypes, @Nullable Resource seal) {
		OpeningHours hours = new OpeningHours(
				Map.of(DayOfWeek.MONDAY, new OpeningHours.Hours(LocalTime.of(7, 30), LocalTime.of(17, 0))), Set.of(),
				List.of());
		return new CitySettings(LocalText.of("City of Fairhaven"), null, LocalText.of("Citizen Self Service"),
				LocalText.of("Finance Department"), seal, ZoneId.of("America/Chicago"), "(555) 010-0159", callCentre,
				"css@fairhaven.example", null, URI.create("https://utilities.fairhaven.example/pay"),
				notice.stream().map((paragraph) -> LocalText.of(paragraph)).toList(), List.of(), List.of(), List.of(),
				List.of(), hours, new CityColours("#17324d", "#ffffff", "#0f6b4f", "#1a5a96", "#8cc4ff"), billTypes);
	}

}
