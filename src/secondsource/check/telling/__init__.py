"""What a sentence tells: its names, numbers, words that carry it, and the clock behind its days."""
