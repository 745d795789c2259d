package city.plaza.billing.summary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import city.plaza.billing.customer.Address;
import city.plaza.billing.customer.CustomerNumber;
import city.plaza.billing.ledger.BillNumber;
import city.plaza.billing.ledger.BillSettings.BillYears;
import city.plaza.billing.ledger.BillTypeCode;
import city.plaza.billing.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a resident owes over all linked customers, as of today.
 *
 * @param asOf today in the city, for which every figure is computed
 * @param billYears the window of years whose bills count
 * @param totalUnpaid of all bills of all customers
 * @param totalBalanceDue of all bills of all customers, with interest and penalties
 * @param openBills how many bills are unpaid
 * @param pastDueBills how many of them should have been paid by now
 * @param pendingBills how many have a web payment that was sent and is not yet posted; an
 * unfinished one is none
 * @param pendingUnpaid what is unpaid on those
 * @param due unpaid bills without such a payment, earliest pay-by date first, at most
 * five
 * @param customers those that are linked, by name
 * @param months the last twelve, the latest last
 */
record BillingSummary(LocalDate asOf, BillYears billYears, Money totalUnpaid, Money totalBalanceDue, long openBills,
		long pastDueBills, long pendingBills, Money pendingUnpaid, List<DueBill> due, List<LinkedCustomer> customers,
		List<Month> months) {

	/**
	 * A bill that waits to be paid.
	 *
	 * @param billNumber printed on the bill
	 * @param customerNumber whose it is, the Customer ID
	 * @param billType the type by its code
	 * @param billTypeName the type in words
	 * @param payBy the last day to pay it without penalty
	 * @param totalUnpaid charges and changes, less postings
	 * @param balanceDue what is unpaid, with interest and penalties
	 */
	record DueBill(BillNumber billNumber, CustomerNumber customerNumber, BillTypeCode billType, String billTypeName,
			LocalDate payBy, Money totalUnpaid, Money balanceDue) {

		/** With what has accrued beside what is unpaid. */
		DueBill with(Money accrued) {
			return new DueBill(this.billNumber, this.customerNumber, this.billType, this.billTypeName, this.payBy,
					this.totalUnpaid, this.totalUnpaid.plus(accrued));
		}

	}

	/**
	 * A customer that the resident has linked.
	 *
	 * @param customerNumber the Customer ID
	 * @param name as the ledger writes it
	 * @param address where bills go
	 * @param location the place or service billed
	 * @param openBills how many of its bills are unpaid
	 * @param totalUnpaid of all its bills
	 * @param balanceDue of all its bills, with interest and penalties
	 */
	record LinkedCustomer(CustomerNumber customerNumber, String name, Address address, String location, long openBills,
			Money totalUnpaid, Money balanceDue) {

		/** With what has accrued beside what is unpaid. */
		LinkedCustomer with(Money accrued) {
			return new LinkedCustomer(this.customerNumber, this.name, this.address, this.location, this.openBills,
					this.totalUnpaid, this.totalUnpaid.plus(accrued));
		}

	}

	/**
	 * What was billed and paid in a month.
	 *
	 * @param month such as 2021-07
	 * @param billed the charges of bills issued in it
	 * @param paid what finance posted in it, less what was taken back
	 */
	@Schema(name = "MonthOfBills")
	record Month(@Schema(type = "string", pattern = "^\\d{4}-\\d{2}$", example = "2021-07") YearMonth month,
			Money billed, Money paid) {
	}

}
