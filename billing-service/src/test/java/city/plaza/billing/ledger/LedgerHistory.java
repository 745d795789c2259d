package city.plaza.billing.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.money.Money;

/**
 * What may happen to a bill, made up from a seed: the same seed makes the same history.
 *
 * @param seed names it where a test fails
 */
public record LedgerHistory(long seed) {

	public static final BillNumber BILL = new BillNumber("62825");

	/** The day of issue of every bill here. */
	public static final LocalDate FIRST = LocalDate.of(2021, 6, 1);

	/** The last day on which anything happens. */
	public static final LocalDate LAST = FIRST.plusDays(90);

	/** A bill of the day of issue. */
	public static OpenBill bill(long unpaid) {
		return new OpenBill(BILL, new CustomerNumber("100234"), 2021, FIRST, usd(unpaid), true);
	}

	/** Entries of any kind, in either direction, in no order of their days. */
	public List<Entry> entries(int count) {
		Random random = new Random(this.seed);
		List<Entry> entries = new ArrayList<>();
		for (int at = 0; at < count; at++) {
			EntryKind kind = EntryKind.values()[random.nextInt(EntryKind.values().length)];
			entries.add(new Entry("E" + at, kind, BILL, FIRST.plusDays(random.nextInt(91)),
					usd(random.nextInt(-9_000, 15_000)), null, null, null));
		}
		return entries;
	}

	/** The days of a city whose clock stands. */
	public static CityCalendar calendar(Instant now, ZoneId city) {
		return new CityCalendar(Clock.fixed(now, ZoneOffset.UTC), city);
	}

	public static Money usd(long cents) {
		return new Money(cents, "USD");
	}

}
