package city.plaza.portal.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the call centre is open, in the city's time zone.
 *
 * @param days the hours of each weekday; a day left out is closed
 * @param closedOn holidays
 */
public record OpeningHours(@NotEmpty Map<DayOfWeek, @Valid Hours> days, @DefaultValue Set<LocalDate> closedOn) {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

	public OpeningHours {
		days = days.isEmpty() ? Map.of() : new EnumMap<>(days);
	}

	/**
	 * The hours of a day.
	 *
	 * @param from the first minute it is open
	 * @param to the first minute it is closed
	 */
	public record Hours(@NotNull LocalTime from, @NotNull LocalTime to) {

		@AssertTrue(message = "from must be before to")
		boolean isForwards() {
			return this.from.isBefore(this.to);
		}

		private String asText() {
			return "from " + asText(this.from) + " to " + asText(this.to);
		}

		private static String asText(LocalTime time) {
			return CLOCK.format(time).toLowerCase(Locale.US);
		}

	}

	/**
	 * Whether the call centre is open.
	 * @param when on the city's clocks
	 * @return true between the day's hours, save on holidays
	 */
	public boolean isOpen(LocalDateTime when) {
		Hours hours = this.days.get(when.getDayOfWeek());
		LocalTime time = when.toLocalTime();
		return hours != null && !this.closedOn.contains(when.toLocalDate()) && !time.isBefore(hours.from())
				&& time.isBefore(hours.to());
	}

	/**
	 * The hours as text, one line for all days that share them.
	 * @return such as "Monday and Friday from 7:30 am to 5:00 pm"
	 */
	public List<String> asText() {
		Map<Hours, List<String>> grouped = new LinkedHashMap<>();
		for (DayOfWeek day : DayOfWeek.values()) {
			Hours hours = this.days.get(day);
			if (hours != null) {
				grouped.computeIfAbsent(hours, (any) -> new ArrayList<>())
					.add(day.getDisplayName(TextStyle.FULL, Locale.US));
			}
		}
		return grouped.entrySet()
			.stream()
			.map((entry) -> together(entry.getValue()) + " " + entry.getKey().asText())
			.toList();
	}

	private static String together(List<String> days) {
		int last = days.size() - 1;
		return (last == 0) ? days.getFirst() : String.join(", ", days.subList(0, last)) + " and " + days.get(last);
	}

}
