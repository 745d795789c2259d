package city.plaza.portal.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import city.plaza.platform.messages.LocalText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the call centre is open, in the city's time zone.
 *
 * @param days the hours of each weekday; a day left out is closed
 * @param closedOn single days without a name
 * @param holidays single days that have one; the next ones are shown to residents
 */
public record OpeningHours(@NotEmpty Map<DayOfWeek, @Valid Hours> days, @DefaultValue Set<LocalDate> closedOn,
		@DefaultValue List<@Valid Holiday> holidays) {

	private static final Period AHEAD = Period.ofDays(60);

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

	}

	/**
	 * A day on which the call centre is closed.
	 *
	 * @param date the whole day
	 * @param name such as Labor Day
	 */
	public record Holiday(@NotNull LocalDate date, @NotNull LocalText name) {
	}

	/**
	 * The holidays that residents should know of: those of the next 60 days that fall on
	 * a day of the week with hours.
	 * @param today in the city
	 * @return the soonest first
	 */
	public List<Holiday> holidaysAfter(LocalDate today) {
		return this.holidays.stream()
			.filter((each) -> !each.date().isBefore(today) && !each.date().isAfter(today.plus(AHEAD))
					&& this.days.containsKey(each.date().getDayOfWeek()))
			.sorted(Comparator.comparing(Holiday::date))
			.toList();
	}

	/**
	 * Whether the call centre is open.
	 * @param when on the city's clocks
	 * @return true between the day's hours, save on holidays
	 */
	public boolean isOpen(LocalDateTime when) {
		Hours hours = this.days.get(when.getDayOfWeek());
		LocalTime time = when.toLocalTime();
		return hours != null && !isClosedOn(when.toLocalDate()) && !time.isBefore(hours.from())
				&& time.isBefore(hours.to());
	}

	private boolean isClosedOn(LocalDate day) {
		return this.closedOn.contains(day) || this.holidays.stream().anyMatch((each) -> each.date().equals(day));
	}

	/**
	 * The hours, one line for all days that share them.
	 * @return in the order of the week
	 */
	public List<Line> lines() {
		Map<Hours, List<DayOfWeek>> grouped = new LinkedHashMap<>();
		this.days.forEach((day, hours) -> grouped.computeIfAbsent(hours, (any) -> new ArrayList<>()).add(day));
		return grouped.entrySet().stream().map((entry) -> new Line(entry.getValue(), entry.getKey())).toList();
	}

	/**
	 * Days with the same hours.
	 *
	 * @param days in the order of the week
	 * @param hours of each
	 */
	public record Line(List<DayOfWeek> days, Hours hours) {
	}

}
