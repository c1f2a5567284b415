"""Quality as numbers that anyone can repeat: public test sets, scores, floors."""
