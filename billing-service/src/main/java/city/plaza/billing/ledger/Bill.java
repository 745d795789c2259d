package city.plaza.billing.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import city.plaza.billing.customer.CustomerNumber;

/**
 * A bill as the city's ledger has it.
 *
 * @param type the bill type
 * @param year the fiscal year it belongs to
 * @param payBy last day without penalty
 * @param currency of every charge, by its ISO 4217 code
 * @param charges at least one, by line
 */
public record Bill(BillNumber number, CustomerNumber customer, BillTypeCode type, int year, LocalDate issuedOn,
		LocalDate payBy, String currency, List<Charge> charges) {

	public Bill {
		charges = charges.stream().sorted(Comparator.comparingInt(Charge::line)).toList();
	}

	/**
	 * A line of the bill.
	 *
	 * @param line from 1
	 * @param amount in minor units; below zero where it takes something off
	 */
	public record Charge(int line, String description, long amount) {
	}

}
